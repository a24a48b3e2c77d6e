package io.deskhand.bot;

import io.deskhand.service.ServiceWiring;
import io.deskhand.service.http.EdgeWiring;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The customers' service, port 8080; its settings are in {@code bot-service.yaml}. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({ServiceWiring.class, EdgeWiring.class})
public class BotService {

    /** The service, ready to run; also beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(BotService.class).properties("spring.config.name=bot-service");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
