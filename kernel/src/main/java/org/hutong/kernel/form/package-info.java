/**
 * Form logic as {@code spec/forms.md} says: which questions are relevant, what is answered, what is wrong with it. The server
 * evaluates it at submission; browsers run the same cases in TypeScript and only advise.
 */
package org.hutong.kernel.form;
