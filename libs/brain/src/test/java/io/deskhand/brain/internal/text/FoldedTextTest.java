package io.deskhand.brain.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedTextTest {

    @Test
    void folds_case_accents_quotes_and_spaces() {
        assertThat(FoldedText.of("  Où est\n\n l’ÖLOFEN?\t")).isEqualTo("ou est l'olofen?");
        assertThat(FoldedText.of("Straße Łódź Ærø")).isEqualTo("strasse lodz aero");
        assertThat(FoldedText.words("Hello, WORLD! (it's 5 p.m.)")).isEqualTo("hello world it's 5 p m");
    }

    @Test
    void text_of_ascii_letters_is_folded_as_it_is_beside_others() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append((char) random.nextInt(128));
            }
            String alone = FoldedText.of("|" + text + "|");
            assertThat(FoldedText.of("é|" + text + "|")).isEqualTo("e" + alone);
        }
    }
}
