import { Controller } from '@nestjs/common';

import { type Outcome, routes } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import { IssueWatchTicket, OpenIdentityImage, OpenObject, ReadRecording } from '@aigaq/proctoring';

import { type Binary, type Call, Handle } from '../http/handle';

@Controller()
export class MediaController {
  constructor(
    private readonly issueWatchTicket: IssueWatchTicket,
    private readonly readRecording: ReadRecording,
    private readonly openObject: OpenObject,
    private readonly openIdentityImage: OpenIdentityImage,
  ) {}

  @Handle(routes.watchTicket)
  watchTicket({ actor, params }: Call<typeof routes.watchTicket>) {
    return this.issueWatchTicket.run(actor, params.id);
  }

  @Handle(routes.recording)
  recording({ actor, params }: Call<typeof routes.recording>) {
    return this.readRecording.run(actor, params.id);
  }

  @Handle(routes.object)
  async object({ params, range }: Call<typeof routes.object>): Promise<Outcome<Binary>> {
    const opened = await this.openObject.run(params.token, range);
    if (!opened.ok) return opened;
    const { stream, size, total, contentType, part } = opened.value;
    return success({ stream, size, contentType, ...(part ? { range: { ...part, total } } : {}) });
  }

  @Handle(routes.identityImage)
  async identityImage({ actor, params }: Call<typeof routes.identityImage>): Promise<Outcome<Binary>> {
    const opened = await this.openIdentityImage.run(actor, params.id, params.image);
    if (!opened.ok) return opened;
    const { stream, size, contentType } = opened.value;
    return success({ stream, size, contentType });
  }
}
