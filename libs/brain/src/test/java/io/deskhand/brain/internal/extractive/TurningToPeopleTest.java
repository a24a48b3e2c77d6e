package io.deskhand.brain.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.Escalate;
import io.deskhand.brain.TurnDecision.OfferHuman;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.bot.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a brain without a model offers a person, and when it escalates. */
class TurningToPeopleTest extends CampShop {

    @Test
    void says_so_and_offers_a_person_when_the_evidence_is_weak() {
        OfferHuman offer = offered(turns.say("do you sell kayaks?"));
        assertThat(offer.text()).isEqualTo(bot.text(Notice.OFFER, "en"));
        assertThat(offer.trace().rules()).containsExactly("weak_evidence");
        assertThat(offer.trace().evidence()).isLessThan(0.5);
    }

    @Test
    void escalates_after_the_second_failure_in_a_row() {
        turns.say("do you sell kayaks?");
        Escalate escalate = escalated(turns.say("what is the capital of France?"));
        assertThat(escalate.reason()).isEqualTo(Reason.WEAK_EVIDENCE);
        assertThat(escalate.text()).isEqualTo(bot.text(Notice.GAVE_UP, "en"));
        assertThat(escalate.trace().rules()).containsExactly("weak_evidence", "failures:2");
    }

    @Test
    void a_failure_is_forgotten_after_an_answer() {
        turns.say("do you sell kayaks?");
        answered(turns.say("how long is a gift card valid?"));
        offered(turns.say("what is the capital of France?"));
    }

    @Test
    void escalates_at_once_when_the_offer_is_accepted() {
        turns.say("do you sell kayaks?");
        Escalate escalate = escalated(turns.say("yes please"));
        assertThat(escalate.reason()).isEqualTo(Reason.ASKED);
        assertThat(escalate.trace().rules()).containsExactly("offer_accepted");
        assertThat(escalate.packet().question()).isEqualTo("do you sell kayaks?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes, a person please", "Yes please, a real person", "ok human", "ja, bitte einen Menschen"})
    void escalates_at_once_when_the_offer_is_accepted_in_more_words(String words) {
        turns.say("do you sell kayaks?");
        Escalate escalate = escalated(turns.say(words));
        assertThat(escalate.reason()).isEqualTo(Reason.ASKED);
    }

    @Test
    void yes_and_another_question_is_a_question() {
        turns.say("do you sell kayaks?");
        answered(turns.say("yes, how long is a gift card valid?"));
    }

    @Test
    void goes_on_when_the_offer_is_declined() {
        turns.say("do you sell kayaks?");
        assertThat(answered(turns.say("no thanks")).text()).isEqualTo(bot.text(Notice.GO_ON, "en"));
    }

    @Test
    void yes_without_an_offer_is_no_wish_for_a_person() {
        turns.say("how long is a gift card valid?");
        answered(turns.say("ok"));
    }

    @Test
    void offers_on_the_second_and_escalates_on_the_third_time_of_the_same_question() {
        answered(turns.say("when will my refund arrive?"));
        OfferHuman offer = offered(turns.say("When will my refund arrive??"));
        assertThat(offer.text()).isEqualTo(bot.text(Notice.REPEATED, "en"));
        assertThat(offer.trace().rules()).containsExactly("same_question:2");
        Escalate escalate = escalated(turns.say("when will my refund arrive"));
        assertThat(escalate.reason()).isEqualTo(Reason.LOOP);
        assertThat(escalate.trace().rules()).containsExactly("same_question:3");
    }

    @Test
    void the_same_question_with_other_facts_is_another_question() {
        answered(turns.say("how long does shipping to Austria take?"));
        assertThat(turns.say("how long does shipping to Norway take?")).isInstanceOf(Answered.class);
    }

    @Test
    void takes_that_did_not_help_as_a_failure() {
        answered(turns.say("how long is a gift card valid?"));
        offered(turns.say("that's not what I asked"));
        Escalate escalate = escalated(turns.say("you still didn't answer my question"));
        assertThat(escalate.reason()).isEqualTo(Reason.LOOP);
    }

    @Test
    void escalates_an_explicit_ask_on_any_turn_without_looking_anything_up() {
        Escalate escalate = escalated(turns.say("Hello, can I talk to a person please?"));
        assertThat(escalate.reason()).isEqualTo(Reason.ASKED);
        assertThat(escalate.text()).isEmpty();
        assertThat(escalate.trace().retrieved()).isEmpty();
        assertThat(turns.pieces()).isEmpty();
    }

    @Test
    void answers_questions_that_only_mention_a_person() {
        assertThat(answered(turns.say("can one person carry the tent?")).text()).contains("One person can carry it");
    }

    @Test
    void escalates_sensitive_topics_with_the_topic_as_rule() {
        Escalate escalate = escalated(turns.say("Refund me now or my lawyers will be in touch about order A-1042"));
        assertThat(escalate.reason()).isEqualTo(Reason.SENSITIVE);
        assertThat(escalate.trace().rules()).containsExactly("sensitive:legal");
        assertThat(escalate.packet().facts()).contains("A-1042");
    }

    @Test
    void the_packet_tells_the_matter_and_keeps_card_numbers_out() {
        turns.say("My order A-1042 of 12.02.2026 for €89.90 never came. My card is 4111 1111 1111 1111");
        Escalate escalate = escalated(turns.say("I want a human"));

        assertThat(escalate.packet().wants()).startsWith("My order A-1042").contains("[card]");
        assertThat(escalate.packet().facts()).contains("A-1042", "12.02.2026", "€89.90");
        assertThat(escalate.packet().tried()).hasSize(1);
        assertThat(escalate.packet().suggestedReply()).contains("A-1042");
        assertThat(escalate.toString()).doesNotContain("4111");
    }
}
