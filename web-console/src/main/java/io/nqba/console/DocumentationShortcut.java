package io.nqba.console;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads from the address that people remember to the try-it page. */
@RestController
@Hidden
class DocumentationShortcut {
    @GetMapping("/api/docs")
    ResponseEntity<Void> documentation() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/api/docs/index.html"))
                .build();
    }
}
