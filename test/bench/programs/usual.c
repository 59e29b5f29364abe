/* usual: does nothing either, but with the start-up code of the C library. */
int main(void)
{
	return 0;
}
