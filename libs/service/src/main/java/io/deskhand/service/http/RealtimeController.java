package io.deskhand.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskhand.service.DeskhandProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where a browser's Ably SDK connects. */
@RestController
public class RealtimeController {

    private final Address address;

    public RealtimeController(DeskhandProperties properties) {
        DeskhandProperties.Ably ably = properties.ably();
        this.address = ably.host().isBlank()
                ? new Address(null, null, null)
                : new Address(ably.host(), ably.port(), ably.tls());
    }

    @GetMapping("/api/realtime")
    Address address() {
        return address;
    }

    /** All absent: Ably's own addresses. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Address(
            @Nullable String endpoint,
            @Nullable Integer port,
            @Nullable Boolean tls) {}
}
