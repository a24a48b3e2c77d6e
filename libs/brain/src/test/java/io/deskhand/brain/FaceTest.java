package io.deskhand.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** face.txt lists what other modules may use of the brain. */
class FaceTest {

    @Test
    void lists_public_types_outside_of_the_internal_packages() throws Exception {
        List<String> face = Files.readAllLines(Path.of("src/test/resources/face.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(face).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(45);
        for (String name : face) {
            assertThat(Modifier.isPublic(Class.forName(name).getModifiers()))
                    .as(name)
                    .isTrue();
            assertThat(name).doesNotContain(".internal.");
        }
    }
}
