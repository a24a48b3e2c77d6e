package io.deskhand.handoff.agent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the agents' side alone.
 *
 * @param agents those who may sign in
 */
@Validated
@ConfigurationProperties("deskhand")
public record DeskProperties(@DefaultValue @Valid List<@NotNull Account> agents) {

    public DeskProperties {
        agents = List.copyOf(agents);
    }

    /**
     * One agent's account.
     *
     * @param id also the name to sign in with
     * @param name as customers see it
     * @param capacity the most tickets that the agent may own at once
     * @param supervisor whether the agent may take over and transfer what others own
     * @param password encoded, with its encoding: {@code {bcrypt}$2a$…}; {@code {noop}…} for demonstrations alone
     */
    public record Account(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String id,

            @NotBlank @Size(max = 60) String name,
            @DefaultValue List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String> teams,
            @DefaultValue("5") @Min(1) @Max(100) int capacity,
            @DefaultValue("false") boolean supervisor,

            @NotNull @Pattern(regexp = "\\{[A-Za-z0-9@_-]+}.+", message = "must say its encoding, such as {bcrypt}$2a$…") String password) {

        public Account {
            teams = List.copyOf(teams);
        }

        /** Says nothing of the password, so that logs do not. */
        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }
}
