package io.deskhand.brain.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.Citation;
import io.deskhand.brain.TurnDecision.Answered;
import io.deskhand.brain.TurnDecision.Clarify;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.extractive.Clarification.Choice;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two topics compete for one question. */
class AskingBackTest extends CampShop {

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
        Clarification topics = Clarification.in(asked, bot).orElseThrow();
        assertThat(topics).isEqualTo(new Clarification("Find your boot size", "Find your jacket size"));
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
        assertThat(Clarification.in("You can return it. Do you mean it?", bot)).isEmpty();
    }

    @Test
    void the_bots_own_words_are_recognised_in_every_language() {
        for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "tr", "ja")) {
            String asked = bot.text(Notice.CLARIFY, language, Map.of("first", "Zelte", "second", "Stiefel"));
            assertThat(Clarification.in(asked, bot)).as(asked).contains(new Clarification("Zelte", "Stiefel"));
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
}
