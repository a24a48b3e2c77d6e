package io.deskhand.handoff.agent;

import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.http.RequestLimit;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.store.AgentLeases;
import io.deskhand.ticketing.view.InputLimits;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, and out, and who is signed in. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private static final String SIGN_IN = "sign in";

    private final Agents agents;
    private final DeskhandTokens tokens;
    private final Duration lasts;
    private final RequestLimit failures;
    private final AgentLeases leases;

    SessionController(
            Agents agents, AgentLeases leases, DeskhandTokens tokens, DeskhandProperties properties, Clock clock) {
        this.leases = leases;
        this.agents = agents;
        this.tokens = tokens;
        this.lasts = properties.tokens().agent();
        this.failures = new RequestLimit(properties.limits().signIns(), clock);
    }

    /** Signs an agent in and sets the cookie. */
    @PostMapping
    @SecurityRequirement(name = AgentContract.CSRF)
    ResponseEntity<Session> signIn(@RequestBody @Valid Credentials credentials, HttpServletRequest request) {
        String client = request.getRemoteAddr();
        // Counted before the password is looked at, so that many attempts at once are counted too; a success is no
        // attempt.
        Optional<Duration> wait = failures.take(client);
        if (wait.isPresent()) {
            throw Problem.tooMany(SIGN_IN, wait.get()).exception();
        }
        Agent agent = agents.signIn(credentials.username(), credentials.password())
                .orElseThrow(() -> Problem.of(
                                ProblemCode.SIGN_IN_FAILED, SIGN_IN, "there is no such name with such a password")
                        .exception());
        failures.giveBack(client);
        keep(agent);
        var token = tokens.mint(TokenAudience.AGENT, agent.id().value(), agent.name(), lasts);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.holding(token, lasts, request))
                .body(Session.of(agent));
    }

    /** Who is signed in, and what they may send. */
    @GetMapping
    Session getSession(@AuthenticationPrincipal Agent agent) {
        return Session.of(agent);
    }

    /** Renews the agent's lease. Without a heartbeat for the time of the lease, the agent's tickets go back to the queue (I19). */
    @PostMapping("/heartbeat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void heartbeat(@AuthenticationPrincipal Agent agent) {
        keep(agent);
    }

    private void keep(Agent agent) {
        leases.keep(agent.id(), agent.teams().stream().map(TeamId::new).toList(), agent.capacity());
    }

    /** Ends the browser's session; again is no error. The agent's lease ends soon, unless another browser keeps it. */
    @DeleteMapping
    @ApiResponse(responseCode = "204", description = "No Content")
    @SecurityRequirement(name = AgentContract.CSRF)
    ResponseEntity<Void> signOut(@AuthenticationPrincipal @Nullable Agent agent, HttpServletRequest request) {
        if (agent != null) {
            leases.shorten(agent.id(), AgentPresence.GRACE);
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.cleared(request))
                .build();
    }

    record Credentials(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    /** Who is signed in, and the most that they may send. */
    record Session(SignedInAgent agent, InputLimits limits) {
        static Session of(Agent agent) {
            return new Session(
                    new SignedInAgent(
                            agent.id().value(), agent.name(), agent.teams(), agent.capacity(), agent.supervisor()),
                    InputLimits.CURRENT);
        }
    }

    /**
     * An agent as they see themselves.
     *
     * @param capacity the most tickets that they may own at once
     * @param supervisor whether they may take over and transfer what others own
     */
    record SignedInAgent(String id, String name, List<String> teams, int capacity, boolean supervisor) {}
}
