package io.nqba.console.sales;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** A row as readers see it that is changed by revision: whoever answers with it sends the revision as the ETag. */
public interface RevisedView {
    long revision();

    /** Returns the answer with a row that was there. */
    static <V extends RevisedView> ResponseEntity<V> tagged(V view) {
        return ResponseEntity.ok().eTag(SalesDesk.tag(view.revision())).body(view);
    }

    /** Returns the answer with a row that was made. */
    static <V extends RevisedView> ResponseEntity<V> created(String path, V view) {
        return ResponseEntity.created(URI.create(path))
                .eTag(SalesDesk.tag(view.revision()))
                .body(view);
    }
}
