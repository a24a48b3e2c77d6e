package io.deskhand.service.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers requests that Tomcat itself refuses, such as one with an invalid target. */
final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean clients = status < 500;
        String code = clients ? "invalid_request" : "internal";
        String body = """
                {"type":"urn:deskhand:problem:%s","title":"%s","status":%d,"detail":"unable to serve the request; %s","code":"%s"}""".formatted(
                        code,
                        clients ? "Invalid request" : "Internal error",
                        status,
                        clients ? "it is not a valid HTTP request" : "something went wrong on our side",
                        code);
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("unable to finish an answer; the client is gone", e);
        }
    }
}
