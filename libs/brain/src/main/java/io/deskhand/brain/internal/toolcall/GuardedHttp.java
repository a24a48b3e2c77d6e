package io.deskhand.brain.internal.toolcall;

import io.deskhand.brain.internal.toolcall.ToolFailure.Kind;
import io.deskhand.brain.tool.AllowedOrigins;
import io.deskhand.brain.tool.Origin;
import io.deskhand.brain.tool.ToolSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 to allowed origins. For many threads; one for all bots, its sockets are shared.
 *
 * <p>Guarantees: a connection goes to an address that was checked, not to what the name resolves to a moment later. An origin that is not {@code inside} is never
 * reached at a loopback, private, link-local or otherwise special address. Redirects, cookies, compression, proxies and repeats: none. A call ends within its timeout,
 * name lookup included, and reads no more than it may.
 */
final class GuardedHttp {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int CONNECTIONS = 64;
    private static final int CONNECTIONS_AN_ORIGIN = 16;

    private final AllowedOrigins origins;
    private final CloseableHttpClient open;
    private final CloseableHttpClient inside;
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("tool-call-", 0).factory());

    /** @param body JSON; null for none */
    record Call(
            URI address,
            String method,
            Map<String, String> headers,
            @Nullable String body) {}

    record Answer(int status, byte[] body) {}

    private static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Oversized extends IOException {
        private static final long serialVersionUID = 1L;
    }

    GuardedHttp(ToolSettings settings) {
        this.origins = settings.origins();
        this.open = client(settings.resolver(), true);
        this.inside = client(settings.resolver(), false);
    }

    /**
     * @param longest bytes of the answer
     * @throws InterruptedException if the turn was cut; the socket is closed
     */
    Answer send(Call call, Duration timeout, int longest) throws ToolFailure, InterruptedException {
        Origin origin = Origin.of(call.address());
        if (!origins.allow(origin)) {
            throw new ToolFailure(Kind.FORBIDDEN_ADDRESS);
        }
        CloseableHttpClient client = origins.inside().contains(origin) ? inside : open;
        HttpUriRequestBase request = request(call, timeout);
        Future<Answer> answer = calls.submit(() -> client.execute(request, response -> read(response, longest)));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ToolFailure(Kind.TIMEOUT);
        } catch (ExecutionException e) {
            throw new ToolFailure(kind(e.getCause()));
        } finally {
            if (!answer.isDone()) {
                request.cancel();
                answer.cancel(true);
            }
        }
    }

    private static Kind kind(@Nullable Throwable cause) {
        return switch (cause) {
            case ForbiddenAddress forbidden -> Kind.FORBIDDEN_ADDRESS;
            case Oversized oversized -> Kind.OVERSIZED;
            case java.io.InterruptedIOException timeout -> Kind.TIMEOUT;
            case null, default -> Kind.UNREACHABLE;
        };
    }

    private static HttpUriRequestBase request(Call call, Duration timeout) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .build());
        request.setHeader("Accept", "application/json");
        call.headers().forEach(request::setHeader);
        if (call.body() != null) {
            request.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
        }
        return request;
    }

    private static Answer read(ClassicHttpResponse response, int longest) throws IOException {
        if (response.getEntity() == null) {
            return new Answer(response.getCode(), new byte[0]);
        }
        try (InputStream in = response.getEntity().getContent()) {
            byte[] body = in.readNBytes(longest + 1);
            if (body.length > longest) {
                throw new Oversized();
            }
            return new Answer(response.getCode(), body);
        }
    }

    private static CloseableHttpClient client(ToolSettings.Resolver resolver, boolean publicOnly) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(resolver, publicOnly))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_AN_ORIGIN)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Deskhand")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    /** All addresses of a name must be allowed: one that is not gives a trick away. */
    private record Checked(ToolSettings.Resolver resolver, boolean publicOnly) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = resolver.resolve(host);
            if (publicOnly && !Arrays.stream(addresses).allMatch(AddressRules::isPublic)) {
                throw new ForbiddenAddress();
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
