/** YAML that remembers its lines, checked against JSON Schemas, and what is wrong with a file. */
@NullMarked
package io.deskhand.brain.yaml;

import org.jspecify.annotations.NullMarked;
