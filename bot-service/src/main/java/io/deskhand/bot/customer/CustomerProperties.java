package io.deskhand.bot.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of customers' sign-in.
 *
 * @param identitySecrets what the shop signs its customers' identities with, each of at least 32 characters; usually one, two while one replaces another; none: nobody is verified
 * @param anonymousVisitors whether people may sign in without an identity
 */
@Validated
@ConfigurationProperties("deskhand.customers")
public record CustomerProperties(
        @DefaultValue
        List<
                        @NotNull @Size(min = 32, message = "must have at least 32 characters; see DESKHAND_IDENTITY_SECRETS") String>
                identitySecrets,

        @DefaultValue("ALLOWED") AnonymousVisitors anonymousVisitors) {

    public CustomerProperties {
        identitySecrets = List.copyOf(identitySecrets);
    }

    /** People without a signed identity. */
    public enum AnonymousVisitors {
        ALLOWED,
        REFUSED
    }

    /**
     * Refuses settings that no deployment can use.
     *
     * @param secret Deskhand's own
     * @throws IllegalArgumentException if whoever signs customers could sign agents too, or if nobody could come in
     */
    void check(String secret) {
        if (identitySecrets.contains(secret)) {
            throw new IllegalArgumentException("unable to start; deskhand.customers.identity-secrets holds "
                    + "deskhand.secret, with which whoever signs customers could sign agents too");
        }
        if (anonymousVisitors == AnonymousVisitors.REFUSED && identitySecrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "unable to start; anonymous visitors are refused and nobody can sign in; "
                            + "set deskhand.customers.identity-secrets");
        }
    }

    /** Says nothing of the secrets, so that logs do not. */
    @Override
    public String toString() {
        return "CustomerProperties[" + identitySecrets.size() + " secrets, anonymous visitors " + anonymousVisitors
                + "]";
    }
}
