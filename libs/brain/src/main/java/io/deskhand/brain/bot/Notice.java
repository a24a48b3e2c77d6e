package io.deskhand.brain.bot;

import java.util.Locale;

/** The texts that a bot says without thinking. The key in {@code bot.yaml} is the lower-case name. */
public enum Notice {
    /** Shown in the widget when no model is configured. */
    ARTICLES_ONLY,
    /** Written to the customer by the commit of an escalation. */
    TRANSFER,
    /** Weak evidence for the first time: says so and offers a person. */
    OFFER,
    /** After an answer of the model that ends with the offer of a person. */
    ASK_PERSON,
    /** Weak evidence again: said before the transfer notice. */
    GAVE_UP,
    /** The same question for the second time: offers a person. */
    REPEATED,
    /** Above an answer from the articles while the model is down. */
    DEGRADED,
    /** After complete sentences of an answer that the model did not finish. */
    UNFINISHED,
    /** No model and no evidence. */
    OUTAGE,
    HELLO,
    THANKS,
    GOODBYE,
    /** The customer declined the offer of a person. */
    GO_ON,
    /** The customer asks whether this is a machine. */
    WHO,
    /** Asks back; uses {@code {{first}}} and {@code {{second}}}. */
    CLARIFY,
    DECLINED,
    /** Asks the customer to agree before a tool acts; uses {@code {{what}}}. */
    TOOL_CONFIRM,
    /** A tool has done what the customer agreed to, and no model is there to say more; uses {@code {{what}}}. */
    TOOL_DONE,
    /** Tools failed; nothing was changed. Said before the transfer notice. */
    TOOL_FAILED,
    /** A tool failed in a way that leaves open whether it has acted; uses {@code {{what}}}. Said before the transfer notice. */
    TOOL_UNCERTAIN,
    /** A first reply for the agent to edit; uses {@code {{wants}}}. */
    FIRST_REPLY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
