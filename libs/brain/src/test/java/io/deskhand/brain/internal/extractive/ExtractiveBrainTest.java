package io.deskhand.brain.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.brain.Citation;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.OfferHuman;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveBrainTest extends CampShop {

    @Test
    void answers_with_the_sentences_that_answer_and_cites_them_verbatim() {
        Answered answered = answered(turns.say("how long do I have to return something?"));

        assertThat(answered.text()).contains("within 30 days of delivery");
        assertThat(answered.citations()).extracting(Citation::id).containsExactly("returns");
        assertThat(answered.citations().getFirst().quote())
                .contains("You can return any unused item within 30 days of delivery.");
        assertThat(answered.citations().getFirst().url()).isEqualTo("/help/returns");
        assertThat(answered.trace().evidence()).isGreaterThan(0.5);
        assertThat(answered.trace().retrieved()).first().isEqualTo("returns");
        assertThat(answered.trace().promptVersion()).isEqualTo(bot.version());
        assertThat(answered.trace().model()).isEqualTo("extractive");
    }

    @Test
    void streams_the_answer_in_pieces_that_joined_are_the_text() {
        TurnDecision decision = turns.say("how long do I have to return something?");
        assertThat(turns.pieces()).hasSizeGreaterThan(2);
        assertThat(turns.seen()).isEqualTo(decision.text());
    }

    @Test
    void merges_messages_sent_at_once_into_one_question() {
        Answered answered = answered(turns.say("hi", "how much is express", "within germany"));
        assertThat(answered.text()).contains("€12.90");
    }

    @Test
    void of_messages_that_have_no_answer_together_the_newest_is_answered() {
        assertThat(new Turns(brain, "en").say("My lamp FF-39493 is too dim"))
                .as("alone it has no answer")
                .isInstanceOf(OfferHuman.class);

        Answered answered =
                answered(turns.say("My lamp FF-39493 is too dim", "how long do I have to return something?"));

        assertThat(answered.citations()).extracting(Citation::id).containsExactly("returns");
        assertThat(answered.trace().rules()).contains("newest_message_alone");
    }

    @Test
    void understands_a_follow_up_from_the_question_before_it() {
        turns.say("how long does shipping take within Germany?");
        Answered answered = answered(turns.say("and to Switzerland?"));
        assertThat(answered.text()).contains("5 to 8 business days");
        answered = answered(turns.say("thanks, and what about express?"));
        assertThat(answered.text()).contains("Express");
    }

    @Test
    void does_not_answer_a_new_matter_from_the_old_one() {
        turns.say("how long is the warranty on tents?");
        assertThat(turns.say("and who won the world cup?")).isInstanceOf(OfferHuman.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF-17380", "FF-80767", "FF-96685"})
    void a_short_question_after_words_without_an_answer_is_answered_by_itself(String order) {
        Turns shop = new Turns(demoStore, "en");
        offered(shop.say("Hello, this is about " + order));

        Answered answer = answered(shop.say("How do I return something?"));

        assertThat(answer.citations()).extracting(Citation::id).contains("return-how-to");
    }

    @Test
    void handles_small_talk_without_citations_and_without_counting_it_as_failure() {
        assertThat(answered(turns.say("Hello!")).text()).isEqualTo(bot.text(Notice.HELLO, "en"));
        assertThat(answered(turns.say("Hello!")).text()).isEqualTo(bot.text(Notice.HELLO, "en"));
        assertThat(answered(turns.say("thanks a lot")).text()).isEqualTo("Happy to help! Anything else?");
        assertThat(answered(turns.say("are you a real person?")).text()).contains("automated assistant");
    }

    @Test
    void never_shows_staff_articles() {
        TurnDecision decision = turns.say("how big a goodwill voucher may agents grant without asking?");
        assertThat(decision.text()).doesNotContain("€20");
        assertThat(decision.trace().retrieved()).doesNotContain("staff-goodwill");
    }

    @Test
    void speaks_the_customers_language_and_quotes_the_article_in_it() {
        Turns german = new Turns(brain, "de");
        Answered answered = answered(german.say("Wie lange dauert der Versand innerhalb Deutschlands?"));
        assertThat(answered.citations().getFirst().id()).isEqualTo("versand");
        assertThat(german.say("Verkauft ihr Kajaks?").text()).isEqualTo(bot.text(Notice.OFFER, "de"));
    }

    @Test
    void gives_all_steps_of_a_list_and_full_rows_of_a_table() {
        assertThat(answered(turns.say("which boot size is a foot length of 26.7 cm"))
                        .text())
                .contains("EU size: 42, Foot length: 26.7 cm, UK size: 8");
    }

    @Test
    void stops_when_the_sink_says_that_the_turn_was_cut() throws InterruptedException {
        List<String> seen = new ArrayList<>();
        brain.answer(request("how long do I have to return something?"), piece -> {
            seen.add(piece);
            return false;
        });
        assertThat(seen).hasSize(1);
    }

    @Test
    void an_interrupt_cuts_the_turn() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> brain.answer(request("how long do I have to return something?"), piece -> true))
                .isInstanceOf(InterruptedException.class);
    }

    private static TurnRequest request(String text) {
        return new TurnRequest("t", 1, List.of(new Utterance(Speaker.CUSTOMER, text)), "en", Instant.EPOCH);
    }
}
