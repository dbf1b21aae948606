/** The HTTP side of the resident's own data. */
package org.hutong.mydata.web;
