/** The evals command: is this prompt, model or knowledge better, and may it ship? */
@NullMarked
package io.deskhand.evals;

import org.jspecify.annotations.NullMarked;
