package io.deskhand.ably.local.rest;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the server, by method and path. Unlike with a vertx-web Router, path segments are literal (docs/decisions.md).
 */
public final class Routes {

    /** Answers the requests of one route. */
    public interface Handler {

        /**
         * The response to a request.
         *
         * @throws AblyException when the request is refused; it becomes the response
         */
        Response handle(Request request);
    }

    private record Route(String method, List<String> segments, Handler handler) {

        /** The decoded variable segments of a path by name, or null when the route does not match. */
        @Nullable Map<String, String> match(Request request) {
            List<String> path = request.segments();
            if (!method.equals(request.method()) || segments.size() != path.size()) {
                return null;
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String segment = segments.get(i);
                if (segment.startsWith("{")) {
                    variables.put(segment.substring(1, segment.length() - 1), path.get(i));
                } else if (!segment.equals(path.get(i))) {
                    return null;
                }
            }
            return variables;
        }
    }

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route; of several that match, the first one serves.
     *
     * @param pattern segments, those in braces variable: {@code channels/{channel}/messages}
     */
    public void add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, List.of(pattern.split("/")), handler));
    }

    /**
     * The response of the first matching route.
     *
     * @throws AblyException 40400 when no route matches, or what the handler throws
     */
    Response handle(Request request) {
        for (Route route : routes) {
            Map<String, String> variables = route.match(request);
            if (variables != null) {
                return route.handler.handle(request.withVariables(variables));
            }
        }
        throw Errors.notFound("unable to serve " + request.method() + " /" + String.join("/", request.segments())
                + "; no such resource");
    }
}
