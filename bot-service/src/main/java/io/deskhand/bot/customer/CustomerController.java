package io.deskhand.bot.customer;

import io.deskhand.realtime.RealtimeTokens;
import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.http.RealtimeToken;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
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

    /** Signs in a customer. With {@code identity} it is the verified customer, the same one each time. Without it, a new anonymous visitor. */
    @PostMapping("/api/customers")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    SignedInCustomer createCustomer(@RequestBody(required = false) @Valid @Nullable CustomerRequest request) {
        CustomerRequest said = request == null ? new CustomerRequest(null, null, null) : request;
        Customer customer = said.identity() == null
                ? signIns.visitor(text(said.name()), text(said.email()))
                : signIns.known(said.identity());
        var token = tokens.mint(TokenAudience.CUSTOMER, customer.id().value(), customer.name(), lasts);
        return new SignedInCustomer(customer.id().value(), token.token(), token.expiresAt());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** An Ably token for the rooms of the customer's own tickets. */
    @GetMapping("/api/realtime/token")
    RealtimeToken getRealtimeToken(@AuthenticationPrincipal Customer customer) {
        return RealtimeToken.of(realtimeTokens.customer(customer.id()));
    }

    /**
     * @param name what they call themselves
     * @param email what they say is theirs; nobody checks it
     * @param identity what the shop has signed; name and email address then come from it
     */
    record CustomerRequest(
            @Nullable @Size(max = 80) String name,

            @Nullable @Size(max = 254) @Pattern(regexp = IdentityClaims.EMAIL, message = "must be an e-mail address") String email,

            @Nullable String identity) {

        /** Says nothing of them, so that logs do not. */
        @Override
        public String toString() {
            return "CustomerRequest[]";
        }
    }

    /**
     * A customer who has signed in.
     *
     * @param customer their id
     * @param token bearer token of this API
     */
    record SignedInCustomer(String customer, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "SignedInCustomer[" + customer + "]";
        }
    }
}
