package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Throws mutated frames and requests at a running server while an honest pair of clients goes on talking. */
@DisplayName("bad input: seeded fuzzing")
class FuzzTest {
    private static final int FRAMES = Integer.getInteger("fuzz.frames", 45_000);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);

    private AblyLocal server;
    private Raw honest;
    private RawSocket listener;
    private RawSocket speaker;
    private int told;

    @BeforeEach
    void start() {
        server = AblyLocal.start(AblyLocalOptions.defaults().withFaultsEndpoint(true));
        honest = new Raw(server, Format.JSON);
        listener = honest.connect();
        listener.attach("honest");
        speaker = honest.connect();
    }

    @AfterEach
    void stop() {
        honest.close();
        server.close();
    }

    private void nobodyElseNotices() {
        String word = "word " + told++;
        speaker.published("honest", "[{'data':'%s'}]", word);
        JsonNode message = listener.next(Action.MESSAGE).path("messages").path(0);
        assertThat(message.path("data").asText()).isEqualTo(word);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void mutated_frames_harm_nobody(Format format) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<byte[]> seeds = Mutations.frames().stream().map(format::encode).toList();
        int sent = 0;
        while (sent < FRAMES) {
            try (RawWire wire = new RawWire(server.port(), format)) {
                int here = 0;
                while (here < 200 && wire.isOpen()) {
                    byte[] frame = Mutations.mutate(seeds.get(random.nextInt(seeds.size())), random);
                    wire.send(random.nextInt(50) == 0 ? random.nextInt(16) : format == Format.JSON ? 1 : 2, frame);
                    here++;
                }
                sent += here;
            }
            nobodyElseNotices();
        }
        assertThat(sent).isGreaterThanOrEqualTo(FRAMES);
        assertThat(honest.get("/time").status()).isEqualTo(200);
    }

    @Test
    void mutated_requests_get_an_answer_that_is_no_server_error() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> seeds = Mutations.requests();
        for (int sent = 0; sent < REQUESTS; sent++) {
            String seed = seeds.get(random.nextInt(seeds.size()));
            byte[] request = Mutations.mutate(seed.getBytes(StandardCharsets.UTF_8), random);
            String status = exchange(request);
            assertThat(status)
                    .as("seed %d, request %d: %s", SEED, sent, new String(request, StandardCharsets.ISO_8859_1))
                    .doesNotContain(" 500 ");
            if (sent % 500 == 0) {
                nobodyElseNotices();
            }
        }
        nobodyElseNotices();
    }

    /** Sends bytes, says that there are no more, and reads the status line, if any. */
    private String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] head = in.readNBytes(64);
            return new String(head, StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException e) {
            // The server may reset what is no HTTP at all.
            return "";
        }
    }

    /** What the seeds of the fuzz say. */
    private static final class Mutations {

        static List<JsonNode> frames() {
            List<JsonNode> frames = new ArrayList<>();
            for (String text : List.of(
                    "{'action':0,'id':'x'}",
                    "{'action':5}",
                    "{'action':10,'channel':'fuzz','flags':327680,'params':{'rewind':'5','occupancy':'metrics','modes':'publish'},'channelSerial':'01726585978590-001@abcdefghij'}",
                    "{'action':12,'channel':'fuzz'}",
                    "{'action':14,'channel':'fuzz','msgSerial':0,'presence':[{'action':2,'clientId':'a','data':'d','extras':{'headers':{}}}]}",
                    "{'action':14,'channel':'fuzz','msgSerial':1,'presence':[{'action':3,'clientId':'a'},{'action':4,'clientId':'b','data':'AAEC','encoding':'base64'}]}",
                    "{'action':15,'channel':'fuzz','msgSerial':2,'messages':[{'name':'n','data':'d','extras':{'ephemeral':true}},{'id':'a:0','data':{'a':[1,2,{'b':null}]}}]}",
                    "{'action':15,'channel':'fuzz','msgSerial':3,'messages':[{'action':1,'serial':'01726585978590-001@abcdefghij:000','data':'x','version':{'metadata':{'k':'v'}}}]}",
                    "{'action':15,'channel':'fuzz','msgSerial':4,'messages':[{'data':'AAEC','encoding':'json/utf-8/base64','clientId':'c'}]}",
                    "{'action':16,'channel':'fuzz','channelSerial':'x:y'}",
                    "{'action':17,'auth':{'accessToken':'ey.a.b'}}",
                    "{'action':21,'channel':'fuzz','msgSerial':5,'annotations':[{'type':'a:multiple.v1','name':'x','count':3,'messageSerial':'01726585978590-001@abcdefghij:000'}]}",
                    "{'action':10,'channel':'[?rewind=1]fuzz'}",
                    "{'action':99,'channel':'fuzz','what':[[[[[]]]]]}")) {
                frames.add(Raw.tree(text));
            }
            return frames;
        }

        static List<String> requests() {
            String head =
                    "Host: 127.0.0.1\r\nAuthorization: Basic YXBwLmtleTpzZWNyZXQ=\r\nX-Ably-ClientId: YQ==\r\nConnection: close\r\n";
            String json =
                    "{\"text\":\"x\",\"metadata\":{},\"name\":\"n\",\"data\":\"d\",\"ttl\":1,\"type\":\"unique\",\"message\":{\"text\":\"y\"},\"targets\":[\"clientId:q\"],\"channels\":[\"a\"],\"messages\":[{}],\"keys\":[{}]}";
            String body = "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
            List<String> requests = new ArrayList<>();
            for (String line : List.of(
                    "GET /time",
                    "GET /channels/fuzz/messages?limit=10&direction=forwards&cursor=a&start=1&end=2&fromSerial=01726585978590-001%40abcdefghij",
                    "GET /channels/fuzz/presence?clientId=a",
                    "GET /channels/fuzz/presence/history?limit=5",
                    "GET /channels?prefix=f&by=id",
                    "GET /channels/fuzz",
                    "GET /presence?channels=a,b",
                    "GET /stats?limit=1",
                    "GET /chat/v4/rooms/fuzz/messages?orderBy=oldestFirst",
                    "GET /_local/state",
                    "OPTIONS /channels/fuzz/messages")) {
                requests.add(line + " HTTP/1.1\r\n" + head + "\r\n");
            }
            for (String line : List.of(
                    "POST /channels/fuzz/messages",
                    "PATCH /channels/fuzz/messages/01726585978590-001%40abcdefghij%3A000",
                    "POST /channels/fuzz/messages/x/annotations",
                    "POST /messages",
                    "POST /apps",
                    "POST /keys/app.key/requestToken",
                    "POST /keys/app.key/revokeTokens",
                    "POST /chat/v4/rooms/fuzz/messages?idempotencyKey=k",
                    "PUT /chat/v4/rooms/fuzz/messages/x",
                    "POST /chat/v4/rooms/fuzz/messages/x/reactions",
                    "DELETE /chat/v4/rooms/fuzz/messages/x/reactions?type=unique&name=a")) {
                requests.add(line + " HTTP/1.1\r\n" + head + body);
            }
            return requests;
        }

        /** A few small changes, of kinds that parsers stumble over. */
        static byte[] mutate(byte[] seed, SplittableRandom random) {
            byte[] bytes = seed.clone();
            for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 0; changes--) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(7)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                    case 2 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), new byte[0]);
                    case 3 -> bytes = spliced(bytes, at, at, random(random, random.nextInt(20)));
                    case 4 ->
                        bytes = spliced(
                                bytes,
                                at,
                                at,
                                java.util.Arrays.copyOfRange(
                                        bytes, at, Math.min(bytes.length, at + random.nextInt(40))));
                    case 5 ->
                        bytes = spliced(
                                bytes,
                                at,
                                Math.min(bytes.length, at + 1),
                                TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
                    default -> bytes = java.util.Arrays.copyOf(bytes, at);
                }
            }
            return bytes;
        }

        private static final List<String> TOKENS = List.of(
                "null",
                "-1",
                "1e999",
                "99999999999999999999",
                "[]",
                "{}",
                "true",
                "\"\"",
                "\u0000",
                "%00",
                "%",
                "..",
                "\ud83d\ude00".substring(0, 2));

        private static byte[] random(SplittableRandom random, int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }

        private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
            byte[] result = new byte[bytes.length - (to - from) + with.length];
            System.arraycopy(bytes, 0, result, 0, from);
            System.arraycopy(with, 0, result, from, with.length);
            System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
            return result;
        }
    }
}
