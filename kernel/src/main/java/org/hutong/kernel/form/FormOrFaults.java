package org.hutong.kernel.form;

/** What became of reading a form: the {@link FormDefinition}, or the {@link FormFaults} that say why there is none. */
public sealed interface FormOrFaults permits FormDefinition, FormFaults {
}
