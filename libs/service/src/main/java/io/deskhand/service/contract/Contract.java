package io.deskhand.service.contract;

import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;

/**
 * What a service's OpenAPI document says in addition to its calls.
 *
 * @param security how callers sign in: all of it is needed where an operation says nothing else
 * @param channels what the service publishes to Ably
 */
public record Contract(String title, String description, Map<String, SecurityScheme> security, List<Channel> channels) {

    public Contract {
        security = Map.copyOf(security);
        channels = List.copyOf(channels);
    }

    /**
     * A room or channel.
     *
     * @param name with placeholders in braces
     * @param messages what is published there: the part, such as {@code metadata}, and its type
     */
    public record Channel(String name, String description, Map<String, Class<?>> messages) {

        public Channel {
            messages = Map.copyOf(messages);
        }
    }
}
