package io.deskhand.brain.internal.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.ModelEndpoint;
import io.deskhand.brain.bot.Bot.ModelTuning;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Speaks to one OpenAI-compatible API. One for all bots and turns; the sockets are shared. */
final class ModelClient {

    private final BrainSettings settings;
    private final ModelEndpoint endpoint;
    private final java.net.http.HttpClient http;
    private final UnaryOperator<HttpClient> transport;
    private final RetryPolicy retry;
    private final InstantSource time;

    /**
     * @param transport wraps the client that goes to the network, for recording and replay; identity in production
     */
    ModelClient(
            BrainSettings settings, ModelEndpoint endpoint, UnaryOperator<HttpClient> transport, InstantSource time) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.transport = transport;
        this.time = time;
        this.retry = RetryPolicy.of(settings.retries());
        this.http = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("llm-http-", 0).factory()))
                .build();
    }

    ModelEndpoint endpoint() {
        return endpoint;
    }

    Duration idleTimeout() {
        return settings.idleTimeout();
    }

    StreamingCall call(Consumer<ModelEvent> signs) {
        return new StreamingCall(http, settings.idleTimeout(), retry, time, signs);
    }

    /** A model whose requests go through the call, so that the holder of the call can cancel them. */
    StreamingChatModel model(StreamingCall call, ModelTuning tuning) {
        var builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new Fixed(transport.apply(call)))
                .baseUrl(endpoint.baseUrl().toString())
                .modelName(endpoint.model())
                .timeout(settings.totalTimeout());
        if (endpoint.apiKey() != null) {
            builder.apiKey(endpoint.apiKey());
        }
        if (endpoint.model().matches("(?:o\\d|gpt-5).*")) {
            // reasoning models refuse a temperature and the older name of the limit
            return builder.maxCompletionTokens(tuning.maxOutputTokens()).build();
        }
        return builder.temperature(tuning.temperature())
                .maxTokens(tuning.maxOutputTokens())
                .build();
    }

    /** langchain4j wants to build its client; this one is built already and has its own timeouts. */
    private static final class Fixed implements HttpClientBuilder {

        private final HttpClient client;
        private Duration connectTimeout = Duration.ZERO;
        private Duration readTimeout = Duration.ZERO;

        Fixed(HttpClient client) {
            this.client = client;
        }

        @Override
        public Duration connectTimeout() {
            return connectTimeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return readTimeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            readTimeout = timeout;
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
