package io.deskhand.quickstart.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.service.contract.CommittedContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiPageTest {

    private static final Path FILE = CommittedContract.docs().resolve("api.md");

    private final ApiPage page = new ApiPage();

    @Test
    void the_page_says_what_the_openapi_documents_say() throws IOException {
        String filled = page.filled(Files.readString(FILE));
        if (CommittedContract.WRITE) {
            Files.writeString(FILE, filled);
        }

        assertThat(Files.readString(FILE))
                .as("docs/api.md; ./deskhand contract writes its generated parts again")
                .isEqualTo(filled);
    }

    @Test
    void the_page_shows_every_schema() throws IOException {
        page.filled(Files.readString(FILE));

        assertThat(page.left()).isEmpty();
    }
}
