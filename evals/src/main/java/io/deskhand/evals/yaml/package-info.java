/** Files that people write: YAML with lines, checked against the published schemas. */
@NullMarked
package io.deskhand.evals.yaml;

import org.jspecify.annotations.NullMarked;
