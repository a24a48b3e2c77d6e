package io.deskhand.bot.customer;

import io.deskhand.realtime.RealtimeTokens;
import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.identity.Audience;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.ticketing.CustomerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** New customers, and their tokens for the rooms. */
@RestController
class CustomerController {

    private final DeskhandTokens tokens;
    private final RealtimeTokens realtimeTokens;
    private final Duration lasts;
    private final CustomerIds ids = new CustomerIds(new SecureRandom());

    CustomerController(DeskhandTokens tokens, RealtimeTokens realtimeTokens, DeskhandProperties properties) {
        this.tokens = tokens;
        this.realtimeTokens = realtimeTokens;
        this.lasts = properties.tokens().customer();
    }

    /** An anonymous customer: whoever holds the token. Nothing is stored until they open a ticket. */
    @PostMapping("/api/customers")
    @ResponseStatus(HttpStatus.CREATED)
    NewCustomer create(@RequestBody(required = false) @Valid @Nullable Introduction introduction) {
        String name = introduction == null || introduction.name() == null
                ? ""
                : introduction.name().strip();
        CustomerId id = ids.next();
        var token = tokens.mint(Audience.CUSTOMER, id.value(), name, lasts);
        return new NewCustomer(id.value(), token.token(), token.expiresAt());
    }

    @GetMapping("/api/realtime/token")
    TokenAnswer token(@AuthenticationPrincipal Customer customer) {
        var token = realtimeTokens.customer(customer.id());
        return new TokenAnswer(token.token(), token.clientId(), token.expiresAt());
    }

    record Introduction(@Nullable @Size(max = 80) String name) {}

    record NewCustomer(String customer, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "NewCustomer[" + customer + "]";
        }
    }

    record TokenAnswer(String token, String clientId, Instant expiresAt) {
        @Override
        public String toString() {
            return "TokenAnswer[" + clientId + "]";
        }
    }
}
