package io.deskhand.handoff;

import io.deskhand.service.ServiceWiring;
import io.deskhand.service.http.EdgeWiring;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The agents' service, port 8090; its settings are in {@code handoff-service.yaml}. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({ServiceWiring.class, EdgeWiring.class})
public class HandoffService {

    /** The service, ready to run; also beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(HandoffService.class).properties("spring.config.name=handoff-service");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
