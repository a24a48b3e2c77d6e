package io.deskhand.bot.customer;

import io.deskhand.realtime.RealtimeTokens;
import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** Sign-in of customers, and their tokens for the rooms. */
@RestController
class CustomerController {

    private final SignIns signIns;
    private final DeskhandTokens tokens;
    private final RealtimeTokens realtimeTokens;
    private final Duration lasts;

    CustomerController(
            SignIns signIns, DeskhandTokens tokens, RealtimeTokens realtimeTokens, DeskhandProperties properties) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.realtimeTokens = realtimeTokens;
        this.lasts = properties.tokens().customer();
    }

    /** Signs in a customer whose identity the company has signed, or a visitor. */
    @PostMapping("/api/customers")
    @ResponseStatus(HttpStatus.CREATED)
    NewCustomer create(@RequestBody(required = false) @Valid @Nullable Introduction introduction) {
        Introduction said = introduction == null ? new Introduction(null, null, null) : introduction;
        Customer customer = said.identity() == null
                ? signIns.visitor(text(said.name()), text(said.email()))
                : signIns.known(said.identity());
        var token = tokens.mint(TokenAudience.CUSTOMER, customer.id().value(), customer.name(), lasts);
        return new NewCustomer(customer.id().value(), token.token(), token.expiresAt());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    @GetMapping("/api/realtime/token")
    TokenAnswer token(@AuthenticationPrincipal Customer customer) {
        var token = realtimeTokens.customer(customer.id());
        return new TokenAnswer(token.token(), token.clientId(), token.expiresAt());
    }

    /**
     * @param name what they call themselves
     * @param email what they say is theirs; nobody checks it
     * @param identity what the company has signed; name and e-mail address are then its own
     */
    record Introduction(
            @Nullable @Size(max = 80) String name,

            @Nullable @Size(max = 254) @Pattern(regexp = IdentityClaims.EMAIL, message = "must be an e-mail address") String email,

            @Nullable String identity) {

        /** Says nothing of them, so that logs do not. */
        @Override
        public String toString() {
            return "Introduction[]";
        }
    }

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
