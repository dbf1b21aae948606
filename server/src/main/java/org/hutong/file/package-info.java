/**
 * 附件: photos, signatures and documents of people: checked, made anew, sealed under the key of their subject, kept or expired.
 *
 * <p>Neighbours: uses access only. What it needs of those who keep subjects is declared here and implemented there:
 * {@link org.hutong.file.SubjectSeals}. Modules that take files (form, and appeals to come) say for whom and for what. Never belongs here:
 * which question takes which file.
 */
@org.springframework.modulith.ApplicationModule(displayName = "file 附件", allowedDependencies = {"access", "problem"})
package org.hutong.file;
