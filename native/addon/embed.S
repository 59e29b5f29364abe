/* The linked BPF object, as bytes. */
	.section .rodata
	.balign 16
	.global stasis_object_begin
	.hidden stasis_object_begin
stasis_object_begin:
	.incbin STASIS_OBJECT
	.global stasis_object_end
	.hidden stasis_object_end
stasis_object_end:
	.byte 0
	.section .note.GNU-stack,"",%progbits
