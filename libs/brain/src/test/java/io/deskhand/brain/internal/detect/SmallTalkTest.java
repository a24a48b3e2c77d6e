package io.deskhand.brain.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.internal.detect.SmallTalk.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hi|HELLO",
                "Hello there!|HELLO",
                "Guten Tag|HELLO",
                "こんにちは|HELLO",
                "thanks|THANKS",
                "ok thanks, that helps!|THANKS",
                "Thank you so much, bye|THANKS",
                "Danke schön|THANKS",
                "ありがとうございます|THANKS",
                "bye|GOODBYE",
                "yes please|YES",
                "ja, bitte|YES",
                "no thanks|NO",
                "nein danke|NO",
                "are you a bot?|WHO",
                "Am I talking to a real person?|WHO",
                "that doesn't help|UNHELPFUL",
                "That's not what I asked|UNHELPFUL",
                "you didn't answer my question|UNHELPFUL",
                "this is useless|UNHELPFUL",
                "no, that is wrong|UNHELPFUL",
            })
    void knows_small_talk(String text, Kind kind) {
        assertThat(SmallTalk.in(text)).as(text).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi, where is my order",
                "thanks, and for international orders?",
                "how long does shipping take",
                "yes but what does it cost",
                "which size is right",
                "my code is wrong",
                "???",
                "",
                "no parcel arrived",
            })
    void leaves_matters_alone(String text) {
        assertThat(SmallTalk.in(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes please, thank you!",
                "ok do it",
                "ja bitte",
                "Ja, danke",
                "oui s'il vous plaît",
                "sí",
                "はい"
            })
    void a_yes_with_thanks_is_consent(String text) {
        assertThat(SmallTalk.consents(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "ok, bye",
                "yes, no, wait",
                "ok never mind",
                "thanks",
                "hello",
                "nein danke",
                "yes but only the boots",
                "yes that is wrong",
                "are you a bot? yes"
            })
    void anything_else_is_none(String text) {
        assertThat(SmallTalk.consents(text)).isFalse();
    }
}
