package io.deskhand.brain.yaml;

/**
 * Something wrong in a file that a person wrote.
 *
 * @param file its path, below the folder that is read
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param place where in the file, such as {@code cases[3].turns[0]}; empty for the top
 * @param message what is wrong and what to do
 */
public record FileProblem(String file, int line, String place, String message) {

    public FileProblem(String file, int line, String message) {
        this(file, line, "", message);
    }

    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line : file;
        return place.isEmpty() ? where + ": " + message : where + ": " + place + ": " + message;
    }
}
