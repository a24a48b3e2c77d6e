package io.deskhand.brain.tool;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the service lets tools do, and knows for them.
 *
 * @param origins where they may call
 * @param variables values of the {@code ${DESKHAND_TOOL_…}} placeholders, which may be secret; null where there is none
 * @param resolver finds the addresses of a name
 */
public record ToolSettings(AllowedOrigins origins, Function<String, @Nullable String> variables, Resolver resolver) {

    /** Placeholders of other names are refused, so that a bot's file cannot ask for the service's own secrets. */
    static final String PREFIX = "DESKHAND_TOOL_";

    /** Finds the addresses of a name; the connection then goes to one of them. */
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** The system's name service. */
    public static ToolSettings of(AllowedOrigins origins, Function<String, @Nullable String> variables) {
        return new ToolSettings(origins, variables, InetAddress::getAllByName);
    }

    /** No tool may call anywhere. */
    public static ToolSettings none() {
        return of(AllowedOrigins.NONE, name -> null);
    }

    /** Without the variables' values. */
    @Override
    public String toString() {
        return "ToolSettings[" + origins + "]";
    }
}
