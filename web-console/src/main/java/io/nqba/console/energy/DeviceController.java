package io.nqba.console.energy;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Chargers and appliances of sites: what the next schedules may shift. */
@RestController
@RequestMapping(path = "/api/v1/flyfox/sites/{siteId}/devices/{deviceId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "FLYFOX data")
class DeviceController {
    private final DeviceGateway devices;
    private final SiteGateway sites;
    private final AuditTrail audit;

    DeviceController(DeviceGateway devices, SiteGateway sites, AuditTrail audit) {
        this.devices = devices;
        this.sites = sites;
        this.audit = audit;
    }

    @Operation(
            summary = "Store a charger or an appliance of a site",
            description = "Replaces one of the same id. Its daily need is on top of the site's readings and forecasts;"
                    + " runs that start afterwards plan it.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<AssetView> put(
            @PathVariable String siteId,
            @PathVariable @Size(min = 1, max = 100) String deviceId,
            @Valid @RequestBody Mono<DeviceBody> body,
            ServerWebExchange exchange) {
        Mono<AssetView> stored = body.map(DeviceBody::toAsset)
                .flatMap(device -> known(siteId).then(devices.put(siteId, deviceId, device)));
        return audit.record(exchange, "device.put", siteId + "/" + deviceId, stored, view -> siteId + "/" + deviceId);
    }

    @Operation(summary = "Remove a charger or an appliance of a site")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping
    Mono<Void> remove(@PathVariable String siteId, @PathVariable String deviceId, ServerWebExchange exchange) {
        Mono<Boolean> removed = devices.remove(siteId, deviceId)
                .filter(found -> found)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "Site %s has no charger or appliance with id (%s).".formatted(siteId, deviceId),
                        "Check the id; GET /api/v1/flyfox/sites/%s lists its devices.".formatted(siteId))));
        String subject = siteId + "/" + deviceId;
        return audit.record(exchange, "device.remove", subject, removed, found -> subject)
                .then();
    }

    private Mono<Void> known(String siteId) {
        return sites.site(siteId)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no site with id (%s).".formatted(siteId),
                        "Check the id; GET /api/v1/flyfox/sites lists them.")))
                .then();
    }
}
