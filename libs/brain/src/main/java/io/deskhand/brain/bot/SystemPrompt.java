package io.deskhand.brain.bot;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The model's instructions as written by the prompt engineer: a Mustache template with known variables. */
public final class SystemPrompt {

    static final List<String> VARIABLES = List.of("name", "tone", "language", "languages", "team", "date");

    static final String DEFAULT = """
            You are {{name}}, the assistant of a company's customer support. Today is {{date}}.
            Be {{tone}}. Answer in the customer's language ({{language}}).
            """;

    private final Template template;

    private SystemPrompt(Template template) {
        this.template = template;
    }

    /** @throws BrokenTemplate if it does not parse or names an unknown variable */
    static SystemPrompt parse(String file, String text) {
        try {
            Template template =
                    Mustache.compiler().escapeHTML(false).strictSections(true).compile(text);
            SystemPrompt prompt = new SystemPrompt(template);
            prompt.render(VARIABLES.stream().collect(Collectors.toMap(name -> name, name -> name)));
            return prompt;
        } catch (MustacheParseException e) {
            throw new BrokenTemplate(
                    new Problem(file, 0, e.getMessage() + "; every {{#section}} needs its {{/section}}"));
        } catch (MustacheException.Context e) {
            throw new BrokenTemplate(new Problem(
                    file, e.lineNo, "unknown variable \"" + e.key + "\"; use one of " + String.join(", ", VARIABLES)));
        }
    }

    public String render(Map<String, String> variables) {
        return template.execute(variables);
    }

    /** The template is not usable. */
    static final class BrokenTemplate extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        BrokenTemplate(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
