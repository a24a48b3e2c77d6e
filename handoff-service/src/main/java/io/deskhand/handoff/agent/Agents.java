package io.deskhand.handoff.agent;

import io.deskhand.ticketing.id.AgentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The agents of the configuration. */
@Component
public class Agents {

    private static final Logger log = LoggerFactory.getLogger(Agents.class);

    private final Map<String, DeskProperties.Account> accounts = new LinkedHashMap<>();
    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodysPassword = Objects.requireNonNull(passwords.encode("nobody"));

    public Agents(DeskProperties properties) {
        for (DeskProperties.Account account : properties.agents()) {
            if (accounts.put(account.id(), account) != null) {
                throw new IllegalArgumentException(
                        "unable to read the agents; " + account.id() + " is there twice in deskhand.agents");
            }
        }
        if (accounts.isEmpty()) {
            log.warn("Nobody can sign in: deskhand.agents is empty");
        }
    }

    public Optional<Agent> find(String id) {
        return Optional.ofNullable(accounts.get(id)).map(Agents::agent);
    }

    public List<Agent> all() {
        return accounts.values().stream().map(Agents::agent).toList();
    }

    /** The agent with this name and password. Takes as long for a name that does not exist. */
    Optional<Agent> signIn(String username, String password) {
        DeskProperties.Account account = accounts.get(username);
        boolean matches = passwords.matches(password, account == null ? nobodysPassword : account.password());
        return account != null && matches ? Optional.of(agent(account)) : Optional.empty();
    }

    private static Agent agent(DeskProperties.Account account) {
        return new Agent(
                new AgentId(account.id()), account.name(), account.teams(), account.capacity(), account.supervisor());
    }
}
