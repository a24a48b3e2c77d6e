package io.deskhand.ably.local.wire;

/** Factories for the errors of this server, by Ably's codes. */
public final class Errors {

    private Errors() {}

    public static AblyException of(int code, int statusCode, String message) {
        return new AblyError(code, statusCode, message).asException();
    }

    public static AblyException badRequest(String message) {
        return of(40000, 400, message);
    }

    public static AblyException invalidBody(String message) {
        return of(40001, 400, message);
    }

    public static AblyException invalidParameter(String message) {
        return of(40003, 400, message);
    }

    public static AblyException tooLarge(String message) {
        return of(40009, 413, message);
    }

    public static AblyException invalidChannelName(String name) {
        return of(40010, 400, "unable to use channel; invalid channel name '" + name + "'");
    }

    public static AblyException invalidClientId(String message) {
        return of(40012, 400, message);
    }

    public static AblyException invalidData(String message) {
        return of(40013, 400, message);
    }

    public static AblyException invalidCredentials(String message) {
        return of(40101, 401, message);
    }

    public static AblyException incompatibleClientId(String message) {
        return of(40102, 401, message);
    }

    public static AblyException tokenExpired() {
        return of(40142, 401, "unable to authenticate; token expired");
    }

    public static AblyException notPermitted(String operation) {
        return of(40160, 401, "unable to " + operation + "; capability does not permit it");
    }

    public static AblyException notFound(String message) {
        return of(40400, 404, message);
    }
}
