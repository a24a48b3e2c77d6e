package io.deskhand.brain.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.deskhand.brain.Brain;
import io.deskhand.brain.Citation;
import io.deskhand.brain.Decision;
import io.deskhand.brain.Decision.Answered;
import io.deskhand.brain.Decision.Clarify;
import io.deskhand.brain.Decision.Escalate;
import io.deskhand.brain.Decision.OfferHuman;
import io.deskhand.brain.Decision.Reason;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.extractive.AskedBack.Choice;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.MiniLm;
import io.deskhand.brain.policy.Policy;
import io.deskhand.brain.policy.SameQuestion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExtractiveBrainTest {

    private static Bot bot;
    private static Brain brain;
    private static Brain demoStore;

    private final Turns turns = new Turns(brain, "en");

    @BeforeAll
    static void load() {
        bot = BotFiles.load(Path.of("src/test/resources/bots/camp-shop"));
        brain = brainOf(bot);
        demoStore = brainOf(BotFiles.load(Path.of("../../prompts/bots/demo-store")));
    }

    private static Brain brainOf(Bot bot) {
        KnowledgeBase knowledge = new KnowledgeBase(bot.articles(), MiniLm.shared());
        Policy policy = new Policy(bot, new SameQuestion(MiniLm.shared()));
        return new ExtractiveBrain(bot, knowledge, policy, InstantSource.fixed(Instant.EPOCH));
    }

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
        Decision decision = turns.say("how long do I have to return something?");
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

    @Test
    void asks_back_when_two_topics_compete_and_understands_the_choice() {
        Turns store = new Turns(demoStore, "en");
        Clarify clarify = clarified(store.say("boots"));
        assertThat(clarify.text()).matches("Do you mean “[^“”]+” or “[^“”]+”\\?");
        assertThat(clarify.trace().rules()).containsExactly("competing_topics");
        List<String> topics = Pattern.compile("“([^“”]+)”")
                .matcher(clarify.text())
                .results()
                .map(topic -> topic.group(1))
                .toList();

        Answered answered = answered(store.say("the second one"));

        assertThat(answered.citations()).extracting(Citation::title).containsExactly(topics.get(1));
        assertThat(answered.trace().rules()).containsExactly("topic_chosen");
    }

    @Test
    void a_choice_by_a_word_of_the_topic_is_understood_and_so_is_both_and_neither() {
        String asked = bot.text(
                Notice.CLARIFY, "en", Map.of("first", "Find your boot size", "second", "Find your jacket size"));
        AskedBack topics = AskedBack.in(asked, bot).orElseThrow();
        assertThat(topics).isEqualTo(new AskedBack("Find your boot size", "Find your jacket size"));
        Map.<String, Choice>of(
                        "boots", Choice.FIRST,
                        "I mean jackets", Choice.SECOND,
                        "1", Choice.FIRST,
                        "The latter, please", Choice.SECOND,
                        "both!", Choice.BOTH,
                        "Neither.", Choice.NEITHER,
                        "no", Choice.NEITHER)
                .forEach((reply, choice) ->
                        assertThat(topics.choice(reply, "en")).as(reply).contains(choice));
        assertThat(topics.choice("how long is a gift card valid?", "en")).isEmpty();
        assertThat(topics.choice("thanks", "en")).isEmpty();
        assertThat(AskedBack.in("You can return it. Do you mean it?", bot)).isEmpty();
    }

    @Test
    void the_bots_own_words_are_recognised_in_every_language() {
        for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "tr", "ja")) {
            String asked = bot.text(Notice.CLARIFY, language, Map.of("first", "Zelte", "second", "Stiefel"));
            assertThat(AskedBack.in(asked, bot)).as(asked).contains(new AskedBack("Zelte", "Stiefel"));
        }
    }

    @Test
    void neither_topic_leads_to_the_offer_of_a_person_and_another_question_to_its_answer() {
        Turns store = new Turns(demoStore, "en");
        clarified(store.say("boots"));
        assertThat(offered(store.say("neither")).trace().rules()).containsExactly("neither_topic");

        Turns other = new Turns(demoStore, "en");
        clarified(other.say("boots"));
        Answered answered = answered(other.say("how long is a gift card valid?"));
        assertThat(answered.text()).contains("3 years");
    }

    @Test
    void never_asks_back_twice_in_a_row_and_goes_on_from_the_chosen_topic() {
        Turns store = new Turns(demoStore, "en");
        clarified(store.say("boots"));
        assertThat(store.say("jackets")).isNotInstanceOf(Clarify.class);
    }

    @Test
    void a_question_that_says_what_it_is_about_is_answered_and_not_asked_back() {
        assertThat(new Turns(demoStore, "en").say("how long does delivery to the UK take?"))
                .isInstanceOf(Answered.class);
        assertThat(new Turns(demoStore, "en").say("How do I return an item?")).isInstanceOf(Answered.class);
    }

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

    @Test
    void handles_small_talk_without_citations_and_without_counting_it_as_failure() {
        assertThat(answered(turns.say("Hello!")).text()).isEqualTo(bot.text(Notice.HELLO, "en"));
        assertThat(answered(turns.say("Hello!")).text()).isEqualTo(bot.text(Notice.HELLO, "en"));
        assertThat(answered(turns.say("thanks a lot")).text()).isEqualTo("Happy to help! Anything else?");
        assertThat(answered(turns.say("are you a real person?")).text()).contains("automated assistant");
    }

    @Test
    void never_shows_staff_articles() {
        Decision decision = turns.say("how big a goodwill voucher may agents grant without asking?");
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

    private static Answered answered(Decision decision) {
        return assertThat(decision).asInstanceOf(type(Answered.class)).actual();
    }

    private static Clarify clarified(Decision decision) {
        return assertThat(decision).asInstanceOf(type(Clarify.class)).actual();
    }

    private static OfferHuman offered(Decision decision) {
        return assertThat(decision).asInstanceOf(type(OfferHuman.class)).actual();
    }

    private static Escalate escalated(Decision decision) {
        return assertThat(decision).asInstanceOf(type(Escalate.class)).actual();
    }
}
