package io.deskhand.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.client.AgentClient;
import io.deskhand.client.ClientSettings;
import io.deskhand.client.CustomerClient;
import io.deskhand.client.DeliveredMessage;
import io.deskhand.client.RoomTranscript;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.view.CustomerTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of libs/client/README.md, as it stands there, against both services. */
class ClientExampleTest {

    private static final Path SOURCE = Path.of("src/test/java/io/deskhand/quickstart/ClientExampleTest.java");
    private static final Path README = Path.of("../libs/client/README.md");
    private static final Path PROMPTS =
            Path.of("..", "prompts").toAbsolutePath().normalize();

    @Test
    void example_runs_against_a_real_stack(@TempDir Path data) throws Exception {
        Duration patience = Duration.ofSeconds(30);
        DeliveredMessage answer;
        try (LocalStack stack =
                LocalStack.start(new LocalStack.Settings(data, PROMPTS, 0, 0, 0, null, null), part -> {})) {
            String customerUrl = stack.customerUrl();
            String agentUrl = stack.agentUrl();
            // example
            try (CustomerClient customer = new CustomerClient(ClientSettings.of(customerUrl));
                    AgentClient agent = new AgentClient(ClientSettings.of(agentUrl))) {
                customer.create();
                CustomerTicket ticket = customer.open("demo-store").ticket();
                try (RoomTranscript room = customer.join(ticket)) {
                    room.room().send("How long does delivery to Germany take?");
                    answer = room.await(
                            patience, message -> message.role() == Role.BOT && message.state() == State.FINAL);
                    customer.escalate(ticket.id());
                    agent.signIn("anna", "deskhand");
                    agent.claim(ticket.id());
                    agent.reply(ticket.id(), "Hello, this is Anna.");
                    room.await(patience, message -> message.role() == Role.AGENT);
                }
            }
            // end
        }
        assertThat(answer.text()).isNotBlank();
        assertThat(answer.citations()).isNotEmpty();
    }

    @Test
    void readme_shows_the_example_that_is_run() throws IOException {
        String shown = between(Files.readString(README), "```java\n", "```");
        String run = between(Files.readString(SOURCE), "// example\n", "// end");
        assertThat(shown.replaceAll("\\s", "")).isEqualTo(run.replaceAll("\\s", ""));
    }

    private static String between(String text, String from, String to) {
        Matcher found = Pattern.compile(Pattern.quote(from) + "(.*?)" + Pattern.quote(to), Pattern.DOTALL)
                .matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
