/**
 * 问题目录: the one catalogue of what can go wrong for a caller, numbered, with its texts in both languages.
 *
 * <p>Lies below every module because each of them answers with it. Inside a module a refusal is a sealed result; only its
 * {@code web} package turns that result into a {@link org.hutong.problem.Problem} (an architecture test holds this). Never belongs
 * here: deciding anything.
 */
@org.springframework.modulith.ApplicationModule(displayName = "problem 问题目录", allowedDependencies = {})
package org.hutong.problem;
