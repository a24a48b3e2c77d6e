package io.deskhand.authoring.imports;

/** Nothing was imported; the message says why and what to do. */
public final class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    public ImportException(String reason) {
        super("unable to import; " + reason);
    }
}
