package io.deskhand.brain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.policy.SmallTalk.Kind;
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
}
