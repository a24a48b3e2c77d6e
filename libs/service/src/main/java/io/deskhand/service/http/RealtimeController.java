package io.deskhand.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskhand.service.DeskhandProperties;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where a browser's Ably SDK connects. */
@RestController
public class RealtimeController {

    private final RealtimeAddress address;

    public RealtimeController(DeskhandProperties properties) {
        DeskhandProperties.Ably ably = properties.ably();
        this.address = ably.host().isBlank()
                ? new RealtimeAddress(null, null, null)
                : new RealtimeAddress(ably.host(), ably.port(), ably.tls());
    }

    /** Where the SDK connects; an empty object means Ably's own addresses. */
    @GetMapping("/api/realtime")
    @SecurityRequirements
    RealtimeAddress getRealtimeAddress() {
        return address;
    }

    /** All absent: Ably's own addresses. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RealtimeAddress(
            @Nullable String endpoint,
            @Nullable Integer port,
            @Nullable Boolean tls) {}
}
