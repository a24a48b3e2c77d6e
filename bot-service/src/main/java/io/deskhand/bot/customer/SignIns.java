package io.deskhand.bot.customer;

import io.deskhand.bot.customer.CustomerProperties.AnonymousVisitors;
import io.deskhand.bot.customer.IdentityVerifier.Verification;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.CustomerContext.Trust;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import java.util.HashMap;
import java.util.Map;

/**
 * Signs customers in. It writes their context before it issues a token, so that their first turn finds it.
 *
 * <p>The attributes of a verified customer come from the shop, with its own id of them as {@code id}. An identified customer has {@code email} and {@code name},
 * which nobody has checked. An anonymous one has none.
 */
final class SignIns {

    private static final String OPERATION = "sign the customer in";

    private final IdentityVerifier identities;
    private final AnonymousVisitors anonymousVisitors;
    private final CustomerIds ids;
    private final RedisCustomerContexts contexts;

    SignIns(
            IdentityVerifier identities,
            AnonymousVisitors anonymousVisitors,
            CustomerIds ids,
            RedisCustomerContexts contexts) {
        this.identities = identities;
        this.anonymousVisitors = anonymousVisitors;
        this.ids = ids;
        this.contexts = contexts;
    }

    /**
     * The customer whose identity the shop has signed: the same one at each sign-in.
     *
     * @throws io.deskhand.service.problem.ProblemException if the identity is not valid
     */
    Customer known(String token) {
        return switch (identities.verify(token)) {
            case Verification.Refused refused ->
                throw Problem.of(ProblemCode.IDENTITY_INVALID, OPERATION, refused.reason())
                        .exception();
            case Verification.Verified verified -> known(verified.identity());
        };
    }

    private Customer known(VerifiedIdentity identity) {
        Map<String, String> attributes = new HashMap<>(identity.attributes());
        attributes.put("id", identity.subject());
        if (!identity.name().isEmpty()) {
            attributes.put("name", identity.name());
        }
        return letIn(
                new Customer(ids.of(identity.subject()), identity.name()),
                new CustomerContext(Trust.VERIFIED, attributes));
    }

    /**
     * A new customer; nobody has verified what they say of themselves.
     *
     * @param name may be empty
     * @param email may be empty: then they are anonymous
     * @throws io.deskhand.service.problem.ProblemException if anonymous visitors are refused
     */
    Customer visitor(String name, String email) {
        if (anonymousVisitors == AnonymousVisitors.REFUSED) {
            throw Problem.of(
                            ProblemCode.IDENTITY_REQUIRED,
                            OPERATION,
                            "only customers who are signed in to the site are served here")
                    .exception();
        }
        Map<String, String> attributes = new HashMap<>();
        if (!email.isEmpty()) {
            attributes.put("email", email);
            if (!name.isEmpty()) {
                attributes.put("name", name);
            }
        }
        Trust trust = email.isEmpty() ? Trust.ANONYMOUS : Trust.IDENTIFIED;
        return letIn(new Customer(ids.next(), name), new CustomerContext(trust, attributes));
    }

    private Customer letIn(Customer customer, CustomerContext customerContext) {
        if (customerContext.trust() != Trust.ANONYMOUS) {
            contexts.signedIn(customer.id(), customerContext);
        }
        return customer;
    }
}
