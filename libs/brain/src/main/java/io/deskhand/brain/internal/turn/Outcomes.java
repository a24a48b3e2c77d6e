package io.deskhand.brain.internal.turn;

import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.OfferHuman;
import io.deskhand.brain.TurnDecision.Route;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.policy.PacketWriter;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.PolicyDecision.MustEscalate;
import io.deskhand.brain.policy.PolicyDecision.MustOffer;
import io.deskhand.brain.policy.PolicyDecision.Proceed;
import io.deskhand.ticketing.ticket.EscalationReason;
import java.util.List;
import java.util.Optional;

/** The ends of a turn that every brain shares, with the bot's own texts. */
public final class Outcomes {

    private final Bot bot;
    private final Policy policy;
    private final RateLimiter outages;

    public Outcomes(Bot bot, Policy policy) {
        this(bot, policy, RateLimiter.UNLIMITED);
    }

    /** @param outages how many tickets may go to people because no model answers */
    public Outcomes(Bot bot, Policy policy, RateLimiter outages) {
        this.bot = bot;
        this.policy = policy;
        this.outages = outages;
    }

    /** What policy decides by itself; empty when the turn may go on. */
    public Optional<TurnDecision> byPolicy(TurnContext turn) {
        return switch (policy.before(turn.dialogue(), turn.request())) {
            case MustEscalate must -> Optional.of(escalate(must.reason(), "", must.rules(), must.route(), turn));
            case MustOffer must -> Optional.of(offer(text(Notice.REPEATED, turn), must.rules(), turn));
            case Proceed proceed -> Optional.empty();
        };
    }

    /** No answer: offers a person, or escalates when the turns before had none either. */
    public TurnDecision noAnswer(String rule, TurnContext turn) {
        int failures = policy.failuresBefore(turn.dialogue()) + 1;
        Optional<List<String>> fired = policy.failed(failures, turn.request().customerContext());
        if (fired.isPresent()) {
            turn.record().rule(rule);
            return escalate(EscalationReason.WEAK_EVIDENCE, text(Notice.GAVE_UP, turn), fired.get(), turn);
        }
        return offer(text(Notice.OFFER, turn), List.of(rule), turn);
    }

    /**
     * The decision when there is no model, and nothing else that answers: the ticket goes to people. If too many went there for this reason in the last minute, the
     * customer is offered a person. Those who accept always get one.
     */
    public TurnDecision outage(EscalationReason reason, String text, List<String> rules, TurnContext turn) {
        if (outages.tryAcquire()) {
            return escalate(reason, text, rules, turn);
        }
        rules.forEach(turn.record()::rule);
        return offer(text + " " + text(Notice.ASK_PERSON, turn), List.of("paced"), turn);
    }

    public OfferHuman offer(String text, List<String> rules, TurnContext turn) {
        rules.forEach(turn.record()::rule);
        return new OfferHuman(text, turn.record().trace());
    }

    /** To the queue that the customer's tickets go to. */
    public Escalate escalate(EscalationReason reason, String text, List<String> rules, TurnContext turn) {
        return escalate(reason, text, rules, Route.USUAL, turn);
    }

    private Escalate escalate(EscalationReason reason, String text, List<String> rules, Route route, TurnContext turn) {
        rules.forEach(turn.record()::rule);
        return new Escalate(
                reason,
                text,
                PacketWriter.write(bot, turn.dialogue(), turn.language()),
                turn.record().trace(),
                route.or(bot.route(turn.request().customerContext())));
    }

    /** A canned text in the customer's language. */
    public String text(Notice notice, TurnContext turn) {
        return bot.text(notice, turn.language());
    }
}
