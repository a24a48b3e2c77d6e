package io.deskhand.chaos.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads a service's meters, for the figures of the report alone: no check rests on them. */
public final class Gauges {

    private final HttpClient http;
    private final String token;

    Gauges(HttpClient http, String token) {
        this.http = http;
        this.token = token;
    }

    /** The sum of all meters whose line begins so; 0 when the service does not answer. */
    public long sum(ServiceInstance service, String prefix) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? sum(answer.body(), prefix) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long sum(String meters, String prefix) {
        return Math.round(meters.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum());
    }
}
